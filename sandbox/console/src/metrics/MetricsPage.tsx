import { ActionGroup, Button, Form, FormGroup, PageSection, TextArea } from '@patternfly/react-core';
import { useState } from 'react';
import { useNavigate, useLocation } from 'react-router';
import { PageHeading } from '../pages/PageHeading';
import { DocumentTitle } from '../shims/DocumentTitle';
import { queriesOf } from './queriesOf';
import { QueryResult } from './QueryResult';

function QueryForm({ queries }: { queries: readonly string[] }) {
  const navigate = useNavigate();
  const [texts, setTexts] = useState(queries.length === 0 ? [''] : queries);
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        const given = texts.filter((text) => text.trim() !== '');
        const search = new URLSearchParams(given.map((text, index) => [`query${String(index)}`, text]));
        void navigate({ search: `?${search.toString()}` });
      }}
    >
      {texts.map((text, index) => (
        // Queries have no other identity than their place.
        <FormGroup key={index} label={`Query ${String(index + 1)}`} fieldId={`query${String(index)}`}>
          <TextArea
            id={`query${String(index)}`}
            value={text}
            resizeOrientation="vertical"
            onChange={(_event, value) => {
              setTexts(texts.map((one, place) => (place === index ? value : one)));
            }}
          />
        </FormGroup>
      ))}
      <ActionGroup>
        <Button type="submit">Run queries</Button>
        <Button
          variant="link"
          onClick={() => {
            setTexts([...texts, '']);
          }}
        >
          Add query
        </Button>
      </ActionGroup>
    </Form>
  );
}

/** Observe > Metrics in its barest form: runs the PromQL of its URL, so that links to it lead somewhere. */
export function MetricsPage() {
  const { search } = useLocation();
  const queries = queriesOf(search);
  return (
    <>
      <DocumentTitle>Metrics</DocumentTitle>
      <PageHeading title="Metrics" />
      <PageSection hasBodyWrapper={false}>
        <QueryForm key={search} queries={queries} />
        {queries.map((query) => (
          <QueryResult key={query} query={query} />
        ))}
      </PageSection>
    </>
  );
}
