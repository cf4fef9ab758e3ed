// The layers of src: a folder may import itself and the folders listed for it, nothing else.
const mayImport = {
  // Declarations of what has none.
  types: [],
  resources: [],
  simulator: [],
  graphs: [],
  queries: ['resources'],
  status: ['resources'],
  policy: ['resources', 'simulator'],
  decisions: ['resources', 'simulator'],
  consequences: ['resources', 'simulator', 'policy'],
  loadtest: ['resources'],
  data: ['resources', 'simulator', 'queries', 'status', 'policy', 'decisions', 'consequences', 'loadtest'],
  components: ['resources', 'status'],
  // Dialogs and notices that change the cluster, for several pages.
  acts: ['resources', 'policy', 'status', 'consequences', 'data', 'components'],
  pages: [
    'resources',
    'simulator',
    'queries',
    'status',
    'policy',
    'decisions',
    'consequences',
    'loadtest',
    'data',
    'graphs',
    'components',
    'acts',
  ],
};

/** Folders of src/pages; none imports another. */
export const pages = ['fleet', 'model', 'policy'];
const folders = Object.keys(mayImport);

/** Zones for import-x/no-restricted-paths. */
export const zones = [
  ...folders
    .map((folder) => ({
      target: `./src/${folder}`,
      from: folders
        .filter((other) => other !== folder && !mayImport[folder].includes(other))
        .map((other) => `./src/${other}`),
      message: `src/${folder} may import only: ${mayImport[folder].join(', ') || 'nothing'}.`,
    }))
    .filter((zone) => zone.from.length > 0),
  ...pages.map((page) => ({
    target: `./src/pages/${page}`,
    from: './src/pages',
    except: [`./${page}`],
    message: 'A page must not import another page.',
  })),
  { target: './src', from: './sandbox', message: 'src must not import the sandbox.' },
  {
    target: './sandbox',
    from: folders
      .filter((folder) => folder !== 'resources' && folder !== 'simulator')
      .map((folder) => `./src/${folder}`),
    message: 'The sandbox may import only src/resources and src/simulator.',
  },
];

/** Folders that know neither React nor the console nor the clock. */
export const pureFolders = [
  'resources',
  'queries',
  'simulator',
  'policy',
  'status',
  'decisions',
  'consequences',
  'loadtest',
];

const charts = {
  group: ['@patternfly/react-charts', '@patternfly/react-charts/*', 'victory*'],
  message: 'Only src/graphs draws charts.',
};
const console_ = {
  group: ['@openshift-console/*', '@openshift/*'],
  importNames: [
    'useK8sWatchResource',
    'useK8sWatchResources',
    'useK8sModel',
    'useAccessReview',
    'usePrometheusPoll',
    'consoleFetch',
    'consoleFetchJSON',
    'consoleFetchText',
    'k8sGet',
    'k8sList',
    'k8sListItems',
    'k8sCreate',
    'k8sUpdate',
    'k8sPatch',
    'k8sDelete',
    'checkAccess',
  ],
  message: 'Only src/data talks to the cluster.',
};
const weight = {
  group: [
    'react-dom',
    'lodash',
    'lodash/*',
    '@patternfly/react-component-groups',
    '@patternfly/react-data-view',
  ],
  message: 'Not shared by the console: it would be downloaded with our pages.',
};
const translation = { group: ['react-i18next'], message: 'Use useT of src/i18n.ts.' };
const router = { group: ['react-router-dom', 'react-router-dom-v5-compat'], message: 'Use react-router.' };
const views = {
  group: [
    'react',
    'react/*',
    'react-dom',
    'react-i18next',
    'react-router',
    '@patternfly/*',
    '@openshift-console/*',
    '@openshift/*',
  ],
  message: 'This folder is pure: it knows neither React nor the console.',
};

/** One list for a folder: in a flat configuration a later no-restricted-imports replaces an earlier one. */
export function restrictedImports(folder) {
  if (pureFolders.includes(folder)) return [views, charts];
  return [
    weight,
    router,
    translation,
    ...(folder === 'graphs' ? [] : [charts]),
    ...(folder === 'data' ? [] : [console_]),
  ];
}

export const srcFolders = folders;
