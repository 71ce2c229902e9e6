export const german = {
  line1: 'Hafenweg 3',
  line2: null,
  city: 'Hamburg',
  region: null,
  postalCode: '20457',
  country: 'DE',
};
export const french = {
  line1: '5 rue Royale',
  line2: null,
  city: 'Lille',
  region: null,
  postalCode: '59000',
  country: 'FR',
};
export const tashkent = {
  line1: 'Amir Temur 1',
  line2: null,
  city: 'Tashkent',
  region: 'Tashkent',
  postalCode: '100000',
  country: 'UZ',
};
