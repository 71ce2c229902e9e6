const browsers: [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/YaBrowser\//, 'Yandex Browser'],
  [/Firefox\//, 'Firefox'],
  [/Chrom(e|ium)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const systems: [RegExp, string][] = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux|X11/, 'Linux'],
];

const nameIn = (agent: string, names: [RegExp, string][]) => names.find(([shape]) => shape.test(agent))?.[1];

/** Browser and system of a `User-Agent`, as a person would say it; null when neither is known. */
export function deviceOf(agent: string | null): string | null {
  if (!agent) return null;
  return [nameIn(agent, browsers), nameIn(agent, systems)].filter(Boolean).join(', ') || agent.slice(0, 60);
}
