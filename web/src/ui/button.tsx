import type { Icon as TablerIcon } from '@tabler/icons-react';
import type { ComponentProps, ReactNode } from 'react';
import classes from './button.module.css';
import { classNames } from './class-names';
import { Icon } from './icon';

export type ButtonLook = 'primary' | 'plain' | 'quiet' | 'danger';

interface Looks {
  look?: ButtonLook;
  icon?: TablerIcon;
  /** Shows the icon alone; the children stay as its name for screen readers. */
  iconOnly?: boolean;
  children: ReactNode;
}

const looksOf = (look: ButtonLook, iconOnly: boolean, className: string | undefined) =>
  classNames(classes.button, classes[look], iconOnly && classes.iconOnly, className);

function Content({ icon, iconOnly, children }: Pick<Looks, 'icon' | 'iconOnly' | 'children'>) {
  return (
    <>
      {icon && <Icon of={icon} size={18} />}
      <span className={iconOnly ? 'visually-hidden' : undefined}>{children}</span>
    </>
  );
}

type ButtonProps = Looks & Omit<ComponentProps<'button'>, 'children'> & { busy?: boolean };

/** A button. `busy` shows that its work runs, and takes no second press. */
export function Button({
  look = 'plain',
  icon,
  iconOnly = false,
  busy = false,
  children,
  className,
  type = 'button',
  disabled,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      disabled={disabled === true || busy}
      aria-busy={busy || undefined}
      className={looksOf(look, iconOnly, className)}
    >
      <Content icon={icon} iconOnly={iconOnly}>
        {children}
      </Content>
    </button>
  );
}

type ButtonLinkProps = Looks & Omit<ComponentProps<'a'>, 'children' | 'href'> & { href: string };

/** A link that looks like a button. */
export function ButtonLink({
  look = 'plain',
  icon,
  iconOnly = false,
  children,
  className,
  ...rest
}: ButtonLinkProps) {
  return (
    <a {...rest} className={looksOf(look, iconOnly, className)}>
      <Content icon={icon} iconOnly={iconOnly}>
        {children}
      </Content>
    </a>
  );
}
