const { transformSync } = require('esbuild');

/**
 * Webpack loader: a stylesheet becomes code that adds it to the page. style-loader with css-loader can do more (modules,
 * hot reload, URLs), needs none of it here, and would cost the first page that opens 2 KB.
 */
module.exports = function styles(source) {
  const css = transformSync(source, { loader: 'css', minify: true }).code.trim();
  return [
    `const style = document.createElement('style');`,
    `style.textContent = ${JSON.stringify(css)};`,
    `document.head.append(style);`,
  ].join('\n');
};
