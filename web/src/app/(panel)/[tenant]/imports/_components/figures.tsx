import type { ImportPlan, ImportResult } from '@countinghouse/core/imports/schemas';
import { formatNumber, type NumberFormat } from '@countinghouse/core/platform/money';
import { useTranslations } from 'next-intl';
import { Amount } from '../../../../../ui/amount';
import classes from './imports.module.css';

interface Figure {
  label: string;
  count: number;
}

interface Box {
  title: string;
  figures: Figure[];
}

interface FiguresProps {
  plan?: ImportPlan;
  result?: ImportResult;
  numberFormat: NumberFormat;
}

type Translate = ReturnType<typeof useTranslations<'imports.figures'>>;

const planBoxes = (t: Translate, { orders, lines, customers, products }: ImportPlan): Box[] => [
  {
    title: t('orders'),
    figures: [
      { label: t('newSales'), count: orders.newSales },
      { label: t('newReturns'), count: orders.newReturns },
      { label: t('unchanged'), count: orders.unchanged },
      { label: t('different'), count: orders.different },
      { label: t('rejected'), count: orders.rejected },
      { label: t('total'), count: orders.total },
    ],
  },
  {
    title: t('lines'),
    figures: [
      { label: t('good'), count: lines.good },
      { label: t('unchanged'), count: lines.unchanged },
      { label: t('rejected'), count: lines.rejected },
      { label: t('total'), count: lines.total },
    ],
  },
  {
    title: t('customers'),
    figures: [
      { label: t('new'), count: customers.new },
      { label: t('known'), count: customers.known },
    ],
  },
  {
    title: t('products'),
    figures: [
      { label: t('new'), count: products.new },
      { label: t('known'), count: products.known },
    ],
  },
];

const resultBoxes = (t: Translate, result: ImportResult): Box[] => [
  {
    title: t('orders'),
    figures: [
      { label: t('newSales'), count: result.ordersCreated.sales },
      { label: t('newReturns'), count: result.ordersCreated.returns },
      { label: t('unchanged'), count: result.ordersUnchanged },
      { label: t('different'), count: result.ordersDifferent },
      { label: t('rejected'), count: result.ordersRejected },
    ],
  },
  {
    title: t('lines'),
    figures: [
      { label: t('imported'), count: result.linesImported },
      { label: t('unchanged'), count: result.linesUnchanged },
      { label: t('rejected'), count: result.linesRejected },
      { label: t('total'), count: result.linesTotal },
    ],
  },
  { title: t('customers'), figures: [{ label: t('new'), count: result.customersCreated }] },
  { title: t('products'), figures: [{ label: t('new'), count: result.productsCreated }] },
];

function FigureBox({ box, numberFormat }: { box: Box; numberFormat: NumberFormat }) {
  return (
    <section className={classes.box}>
      <h2>{box.title}</h2>
      <dl className={classes.figures}>
        {box.figures.map(({ label, count }) => (
          <div key={label} data-none={count === 0 || undefined}>
            <dt>{label}</dt>
            <dd>{formatNumber(String(count), numberFormat)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** What an import would do, or has done, in numbers. */
export function Figures({ plan, result, numberFormat }: FiguresProps) {
  const t = useTranslations('imports.figures');
  const boxes = result ? resultBoxes(t, result) : plan ? planBoxes(t, plan) : [];
  const money = (result ?? plan)?.money ?? [];
  return (
    <div className={classes.boxes}>
      <section className={classes.box}>
        <h2>{t('money')}</h2>
        {money.length === 0 && <p>{t('noMoney')}</p>}
        {money.map(({ amount, currency }) => (
          <Amount key={currency} minor={amount} currency={currency} numberFormat={numberFormat} large />
        ))}
        <p className={classes.hint}>{t(result ? 'moneyDone' : 'moneyPlan')}</p>
      </section>
      {boxes.slice(0, 2).map((box) => (
        <FigureBox key={box.title} box={box} numberFormat={numberFormat} />
      ))}
      <div className={classes.stack}>
        {boxes.slice(2).map((box) => (
          <FigureBox key={box.title} box={box} numberFormat={numberFormat} />
        ))}
      </div>
    </div>
  );
}
