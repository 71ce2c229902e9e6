import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ColorSchemeChoice } from './color-scheme-choice';
import classes from './frame.module.css';
import type { FrameData } from './types';

interface UserProps {
  user: FrameData['user'];
  slug: string;
  signOut: () => Promise<void>;
}

const initials = (name: string): string => {
  const words = name.trim().split(/\s+/);
  const [first = '', last = ''] = [words[0], words.length > 1 ? words.at(-1) : ''];
  return ([...first][0] ?? '').toUpperCase() + ([...last][0] ?? '').toUpperCase();
};

/** Who is signed in, and what concerns only them: profile, look, sign out. */
export function UserLinks({ user, slug, signOut }: UserProps): ReactNode {
  const t = useTranslations('frame');
  return (
    <>
      <div className={classes.person}>
        <strong>{user.name}</strong>
        <span>{user.email}</span>
      </div>
      <a href={`/${slug}/settings/profile`} className={classes.menuItem}>
        {t('profile')}
      </a>
      <ColorSchemeChoice />
      <form action={signOut}>
        <button type="submit" className={classes.menuItem}>
          {t('signOut')}
        </button>
      </form>
    </>
  );
}

const menuId = 'frame-user';

export function UserMenu(props: UserProps) {
  const t = useTranslations('frame');
  const label = t('userMenu', { name: props.user.name });
  return (
    <>
      <button type="button" className={classes.user} popoverTarget={menuId} aria-label={label} title={label}>
        {initials(props.user.name)}
      </button>
      <div id={menuId} popover="auto" className={`${classes.menu} ${classes.userMenu}`}>
        <UserLinks {...props} />
      </div>
    </>
  );
}
