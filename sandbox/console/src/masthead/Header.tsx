import {
  Content,
  Masthead,
  MastheadBrand,
  MastheadContent,
  MastheadLogo,
  MastheadMain,
  MastheadToggle,
  PageToggleButton,
  Toolbar,
  ToolbarContent,
  ToolbarGroup,
  ToolbarItem,
} from '@patternfly/react-core';
import { UserIcon } from '@patternfly/react-icons';
import type { ComponentProps } from 'react';
import { Link } from 'react-router';
import { LanguageSelect } from './LanguageSelect';
import { ThemeSelect } from './ThemeSelect';

interface Props {
  isNavOpen: boolean;
  onNavToggle: () => void;
}

function LogoLink({ className = '', ...props }: ComponentProps<'a'>) {
  return <Link {...props} className={`${className} sandbox__logo-link`} to="/" />;
}

/** The bar at the top, laid out as the console's; it says that it is not OpenShift's. */
export function Header({ isNavOpen, onNavToggle }: Props) {
  return (
    <Masthead display={{ default: 'inline' }}>
      <MastheadMain>
        <MastheadToggle>
          <PageToggleButton
            isHamburgerButton
            aria-label="Global navigation"
            isSidebarOpen={isNavOpen}
            onSidebarToggle={onNavToggle}
          />
        </MastheadToggle>
        <MastheadBrand>
          <MastheadLogo component={LogoLink}>
            <span className="sandbox__logo">
              <strong>Local console</strong>
              <span className="sandbox__logo-subtitle">sandbox</span>
            </span>
          </MastheadLogo>
        </MastheadBrand>
      </MastheadMain>
      <MastheadContent>
        <Toolbar isFullHeight isStatic>
          <ToolbarContent>
            <ToolbarGroup align={{ default: 'alignEnd' }} variant="action-group-plain">
              <ToolbarItem>
                <LanguageSelect />
              </ToolbarItem>
              <ToolbarItem>
                <ThemeSelect />
              </ToolbarItem>
              <ToolbarItem>
                <Content component="p" className="sandbox__user">
                  <UserIcon className="sandbox__leading-icon" />
                  {window.SANDBOX.user}
                </Content>
              </ToolbarItem>
            </ToolbarGroup>
          </ToolbarContent>
        </Toolbar>
      </MastheadContent>
    </Masthead>
  );
}
