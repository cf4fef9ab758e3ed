import { Content, List, ListItem, PageSection } from '@patternfly/react-core';
import { Link } from 'react-router';
import { knownState } from '../bar/sandboxState';
import { DocumentTitle } from '../shims/DocumentTitle';
import { PageHeading } from './PageHeading';

/** Where the console's cluster overview is: says what runs here. */
export function OverviewPage() {
  const { state } = knownState();
  const scenario = state.scenarios.find(({ name }) => name === state.scenario);
  return (
    <>
      <DocumentTitle>Overview</DocumentTitle>
      <PageHeading title="Overview" />
      <PageSection hasBodyWrapper={false}>
        <Content>
          <p>
            This is a local stand-in for the OpenShift console. It shows the production build of the plugin on
            a simulated cluster; what is above the console steers the simulation.
          </p>
          {scenario !== undefined && (
            <p>
              <strong>{scenario.title}:</strong> {scenario.description}
            </p>
          )}
          <List>
            <ListItem>
              <Link to="/llm-autoscaling/all-namespaces">Observe &gt; Autoscaling</Link>
            </ListItem>
            <ListItem>
              <Link to="/api-explorer">All kinds that the cluster serves</Link>
            </ListItem>
          </List>
        </Content>
      </PageSection>
    </>
  );
}
