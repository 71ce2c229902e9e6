import { IconChevronDown } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { Icon } from '../icon';
import classes from './frame.module.css';
import type { FrameCompany } from './types';

interface CompaniesProps {
  company: FrameCompany;
  companies: readonly FrameCompany[];
}

/** The user's companies as links. */
export function CompanyLinks({ company, companies }: CompaniesProps) {
  return companies.map(({ slug, name }) => (
    <a
      key={slug}
      href={`/${slug}`}
      className={classes.menuItem}
      aria-current={slug === company.slug ? 'true' : undefined}
    >
      {name}
    </a>
  ));
}

const menuId = 'frame-companies';

/** The company whose books are open, and the way to another one. */
export function CompanyMenu({ company, companies }: CompaniesProps) {
  const t = useTranslations('frame');
  if (companies.length < 2) return <span className={classes.company}>{company.name}</span>;
  return (
    <>
      <button type="button" className={classes.company} popoverTarget={menuId} title={t('switchCompany')}>
        <span className={classes.companyName}>{company.name}</span>
        <Icon of={IconChevronDown} size={18} />
      </button>
      <nav
        id={menuId}
        popover="auto"
        className={`${classes.menu} ${classes.companies}`}
        aria-label={t('companies')}
      >
        <CompanyLinks company={company} companies={companies} />
      </nav>
    </>
  );
}
