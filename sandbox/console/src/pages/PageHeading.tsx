import { Content, Flex, FlexItem, PageSection, Title } from '@patternfly/react-core';
import type { ReactNode } from 'react';

interface Props {
  title: ReactNode;
  breadcrumbs?: ReactNode;
  badge?: ReactNode;
  /** At the right end of the title's line. */
  actions?: ReactNode;
  helpText?: ReactNode;
  children?: ReactNode;
}

/** The top of a page, laid out as the console's own pages are. */
export function PageHeading({ title, breadcrumbs, badge, actions, helpText, children }: Props) {
  return (
    <>
      {breadcrumbs !== undefined && (
        <PageSection type="breadcrumb" hasBodyWrapper={false}>
          {breadcrumbs}
        </PageSection>
      )}
      <PageSection hasBodyWrapper={false} className="sandbox__page-heading">
        <Flex
          justifyContent={{ default: 'justifyContentSpaceBetween' }}
          alignItems={{ default: 'alignItemsCenter' }}
        >
          <FlexItem>
            <Flex alignItems={{ default: 'alignItemsCenter' }} spaceItems={{ default: 'spaceItemsSm' }}>
              <Title headingLevel="h1">{title}</Title>
              {badge}
            </Flex>
          </FlexItem>
          {actions !== undefined && <FlexItem>{actions}</FlexItem>}
        </Flex>
        {helpText !== undefined && <Content component="p">{helpText}</Content>}
        {children}
      </PageSection>
    </>
  );
}
