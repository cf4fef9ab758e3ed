import * as path from 'node:path';

/**
 * The modules of the console that the SDK package asks for and does not hold, each with the file in src/shims that
 * stands in for it. A webpack alias that ends in "$" matches the whole name.
 */
const shims: Record<string, string> = {
  'dynamic-plugin-sdk/src/api/useResolvedExtensions': 'useResolvedExtensions',
  'dynamic-plugin-sdk/src/perspective/useActivePerspective': 'useActivePerspective',
  'internal/models': 'models',
  'internal/components/AsyncCodeEditor': 'AsyncCodeEditor',
  'internal/components/AsyncResourceYAMLEditor': 'AsyncResourceYAMLEditor',
  'internal/components/events': 'events',
  'internal/components/namespace-bar': 'NamespaceBar',
  'internal/components/factory/ListPage/ListPageCreate': 'ListPageCreate',
  'internal/components/factory/ListPage/ListPageFilter': 'ListPageFilter',
  'internal/components/factory/ListPage/ListPageHeader': 'ListPageHeader',
  'internal/components/factory/ListPage/filter-hook': 'useListPageFilter',
  'internal/components/factory/Table/VirtualizedTable': 'VirtualizedTable',
  'internal/components/factory/Table/active-columns-hook': 'useActiveColumns',
  'internal/components/graphs/prometheus-poll-hook': 'usePrometheusPoll',
  'internal/components/utils/horizontal-nav': 'HorizontalNav',
  'internal/components/utils/resource-icon': 'ResourceIcon',
  'internal/components/utils/resource-link': 'ResourceLink',
  'shared/src/components/actions/ActionServiceProvider': 'ActionServiceProvider',
  'shared/src/components/dashboard/Dashboard': 'Dashboard',
  'shared/src/components/dashboard/DashboardGrid': 'DashboardGrid',
  'shared/src/components/dashboard/inventory-card/InventoryCard': 'InventoryCard',
  'shared/src/components/dashboard/status-card/StatusPopup': 'StatusPopup',
  'shared/src/components/datetime/Timestamp': 'Timestamp',
  'shared/src/components/document-title/DocumentTitle': 'DocumentTitle',
  'shared/src/components/error/fallbacks/ErrorBoundaryFallbackPage': 'ErrorBoundaryFallbackPage',
  'shared/src/components/query-browser': 'QueryBrowser',
  'shared/src/hooks/useActiveNamespace': 'useActiveNamespace',
  'shared/src/hooks/useAnnotationsModal': 'useAnnotationsModal',
  'shared/src/hooks/useDeleteModal': 'useDeleteModal',
  'shared/src/hooks/useLabelsModal': 'useLabelsModal',
  'shared/src/hooks/useQuickStartContext': 'useQuickStartContext',
  'shared/src/hooks/useUserPreference': 'useUserPreference',
  'shared/src/utils/console-fetch': 'consoleFetch',
};

/** Webpack's aliases from the console's modules to their stand-ins in `folder`. */
export function shimAliases(folder: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(shims).map(([name, file]) => [`@console/${name}$`, path.join(folder, file)]),
  );
}
