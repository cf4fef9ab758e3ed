import { useExtensions } from '@openshift/dynamic-plugin-sdk';
import {
  Nav,
  NavExpandable,
  NavItem as NavLinkItem,
  NavList,
  PageSidebar,
  PageSidebarBody,
} from '@patternfly/react-core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { hrefInNamespace, listPath } from '../namespace/route';
import type { NavLink } from '../plugins/extensionTypes';
import { isNavLink } from '../plugins/extensionTypes';
import { translated } from '../plugins/translated';
import { useActiveNamespace } from '../shims/useActiveNamespace';
import { isActive } from './active';
import type { NavItem } from './items';
import { ownItems, sections } from './items';
import { inOrder } from './order';

/** The links of the console and of the plugins; another perspective's links are not shown. */
function useNavItems(): NavItem[] {
  const { t } = useTranslation();
  const links = useExtensions<NavLink>(isNavLink);
  return [
    ...ownItems,
    ...links
      .filter(({ properties: { perspective = 'admin' } }) => perspective === 'admin')
      .map(({ properties: { section = 'home', prefixNamespaced = false, ...item } }) => ({
        ...item,
        section,
        isResource: prefixNamespaced,
        name: translated(item.name, t),
      })),
  ];
}

function target({ href, namespaced, isResource }: NavItem, namespace: string): string {
  if (isResource === true) return listPath(href.replace(/^\//, ''), namespace);
  return namespaced === true ? hrefInNamespace(href, namespace) : href;
}

function Section({ id, name, items }: { id: string; name: string; items: readonly NavItem[] }) {
  const { pathname } = useLocation();
  const [namespace] = useActiveNamespace();
  const [isOpen, setOpen] = useState<boolean>();
  const current = (item: NavItem): boolean =>
    isActive(pathname, item.isResource === true ? `/k8s/cluster/${item.href}` : item.href, item.startsWith);
  const hasCurrent = items.some(current);
  return (
    <NavExpandable
      title={name}
      groupId={id}
      isActive={hasCurrent}
      // Open where the page is, until somebody closes it.
      isExpanded={isOpen ?? hasCurrent}
      onExpand={(_event, open) => {
        setOpen(open);
      }}
    >
      {inOrder(items).map((item) => (
        <NavLinkItem key={item.id} itemId={item.id} groupId={id} isActive={current(item)}>
          <Link to={target(item, namespace)} {...item.dataAttributes}>
            {item.name}
          </Link>
        </NavLinkItem>
      ))}
    </NavExpandable>
  );
}

/** The navigation at the left; a section without links is not shown, as in the console. */
export function Sidebar({ isOpen }: { isOpen: boolean }) {
  const items = useNavItems();
  return (
    <PageSidebar isSidebarOpen={isOpen}>
      <PageSidebarBody>
        <Nav aria-label="Nav">
          <NavList>
            {sections.map(({ id, name }) => {
              const own = items.filter(({ section }) => section === id);
              return own.length === 0 ? null : <Section key={id} id={id} name={name} items={own} />;
            })}
          </NavList>
        </Nav>
      </PageSidebarBody>
    </PageSidebar>
  );
}
