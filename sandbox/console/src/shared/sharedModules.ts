// Webpack puts a package into the share scope only when the host imports it (sharedModules.ts).
import '@openshift-console/dynamic-plugin-sdk';
import '@openshift/dynamic-plugin-sdk';
import '@patternfly/react-topology';
import 'react';
import 'react-i18next';
import 'react-redux';
import 'react-router';
import 'redux';
import 'redux-thunk';
