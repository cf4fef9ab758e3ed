const namespace = 'plugin__llm-autoscaling';

/** Finds the %namespace~Text% strings of console-extensions.json. */
class ExtensionsLexer {
  extract(content) {
    const pattern = new RegExp(`%${namespace}~([^%]+)%`, 'g');
    return [...content.matchAll(pattern)].map(([, key]) => ({ key, namespace }));
  }
  on() {
    return this;
  }
}

export default {
  locales: ['en'],
  defaultNamespace: namespace,
  namespaceSeparator: '~',
  keySeparator: false,
  contextSeparator: '~',
  createOldCatalogs: false,
  keepRemoved: false,
  sort: true,
  lineEnding: 'lf',
  output: 'locales/$LOCALE/$NAMESPACE.json',
  input: ['src/**/*.{ts,tsx}', '!src/**/*.spec.{ts,tsx}', 'console-extensions.json'],
  // The English text is the key.
  defaultValue: (locale, ns, key) => key,
  lexers: {
    ts: ['JavascriptLexer'],
    tsx: [{ lexer: 'JsxLexer', componentFunctions: ['Trans'] }],
    json: [ExtensionsLexer],
  },
};
