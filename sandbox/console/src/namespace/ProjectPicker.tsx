import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { useAccessReview } from '@openshift-console/dynamic-plugin-sdk/lib/app/components/utils/rbac';
import { useK8sWatchResource } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/hooks/useK8sWatchResource';
import {
  Divider,
  Menu,
  MenuContainer,
  MenuContent,
  MenuItem,
  MenuList,
  MenuSearch,
  MenuSearchInput,
  MenuToggle,
  SearchInput,
} from '@patternfly/react-core';
import { useRef, useState } from 'react';
import { allNamespaces } from './route';

const allProjects = 'All Projects';
const projects = {
  groupVersionKind: { group: 'project.openshift.io', version: 'v1', kind: 'Project' },
  isList: true,
};

/** As in the console, only those who may list all projects can choose all of them. */
const listAll = { group: '', resource: 'namespaces', verb: 'list' } as const;

const titleOf = (namespace: string): string => (namespace === allNamespaces ? allProjects : namespace);

interface Props {
  namespace: string;
  isDisabled: boolean;
  onSelect: (namespace: string) => void;
}

/** The choice of the project in the bar above a page, with a search as the console has it. */
export function ProjectPicker({ namespace, isDisabled, onSelect }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [search, setSearch] = useState('');
  const toggleRef = useRef<HTMLButtonElement>(null);
  const menuRef = useRef<HTMLDivElement>(null);
  const [objects] = useK8sWatchResource<K8sResourceCommon[]>(projects);
  const names = objects.map(({ metadata }) => metadata?.name ?? '').sort();
  const [mayListAll] = useAccessReview(listAll);
  const choices = mayListAll ? [allNamespaces, ...names] : names;
  const shown = choices.filter((name) => titleOf(name).includes(search));

  const menu = (
    <Menu
      ref={menuRef}
      activeItemId={namespace}
      isScrollable
      onSelect={(_event, name) => {
        setOpen(false);
        onSelect(String(name));
      }}
    >
      <MenuSearch>
        <MenuSearchInput>
          <SearchInput
            aria-label="Select project..."
            placeholder="Select project..."
            value={search}
            onChange={(_event, value) => {
              setSearch(value);
            }}
            onClear={() => {
              setSearch('');
            }}
          />
        </MenuSearchInput>
      </MenuSearch>
      <Divider />
      <MenuContent maxMenuHeight="60vh">
        <MenuList aria-label="Projects">
          {shown.map((name) => (
            <MenuItem key={name} itemId={name} isSelected={name === namespace}>
              {titleOf(name)}
            </MenuItem>
          ))}
          {shown.length === 0 && <MenuItem isDisabled>No projects found</MenuItem>}
        </MenuList>
      </MenuContent>
    </Menu>
  );

  return (
    <MenuContainer
      isOpen={isOpen}
      onOpenChange={setOpen}
      menu={menu}
      menuRef={menuRef}
      toggle={
        <MenuToggle
          ref={toggleRef}
          variant="plainText"
          className="sandbox__project-picker"
          isExpanded={isOpen}
          isDisabled={isDisabled}
          onClick={() => {
            setSearch('');
            setOpen(!isOpen);
          }}
        >
          Project: {titleOf(namespace)}
        </MenuToggle>
      }
      toggleRef={toggleRef}
      popperProps={{ maxWidth: 'trigger', minWidth: '14rem' }}
    />
  );
}
