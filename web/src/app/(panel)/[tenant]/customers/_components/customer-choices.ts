import 'server-only';
import type { CustomerDto } from '@countinghouse/core/customers/schemas';
import { countryChoices, currencyChoices, languageChoices } from '../../_components/choices';
import type { CustomerChoices } from './customer-form';

/** What can be chosen in the form of a customer, named in the reader's language. */
export const customerChoices = (language: string, customer?: CustomerDto): CustomerChoices => ({
  countries: countryChoices(language),
  languages: languageChoices(language, [customer?.language ?? null]),
  currencies: currencyChoices(),
});
