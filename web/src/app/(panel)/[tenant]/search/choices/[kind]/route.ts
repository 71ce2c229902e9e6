import { fold } from '@countinghouse/core/platform/search';
import { getLocale } from 'next-intl/server';
import { requireCompany } from '../../../../../../server/session';
import { countryChoices, currencyChoices, languageChoices, type Choice } from '../../../_components/choices';

const MOST_OPTIONS = 12;

const lists: Record<string, (language: string) => Choice[]> = {
  countries: countryChoices,
  currencies: currencyChoices,
  languages: (language) => languageChoices(language),
};

interface RouteContext {
  params: Promise<{ tenant: string; kind: string }>;
}

/** Countries, currencies or languages whose name or code begins with what is typed, for filters of lists. */
export async function GET(request: Request, { params }: RouteContext): Promise<Response> {
  const { tenant, kind } = await params;
  const [language] = await Promise.all([getLocale(), requireCompany(tenant)]);
  const list = Object.hasOwn(lists, kind) ? lists[kind] : undefined;
  if (!list) return new Response(null, { status: 404 });
  const typed = fold((new URL(request.url).searchParams.get('q') ?? '').slice(0, 100)).trim();
  const fits = ({ value, label }: Choice) => fold(value) === typed || ` ${fold(label)}`.includes(` ${typed}`);
  return Response.json({ options: list(language).filter(fits).slice(0, MOST_OPTIONS) });
}
