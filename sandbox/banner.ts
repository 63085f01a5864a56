export interface BannerFacts {
  url: string
  sandboxed: string[]
  live: string[]
  /** What the stand-ins have to say, such as where sign-in codes appear. */
  notes: [label: string, text: string][]
  database: string
}

/** The one thing a newcomer reads: where to go, what is not real, where codes appear. */
export function banner({ url, sandboxed, live, notes, database }: BannerFacts): string {
  const rows: [string, string][] = [
    [
      'Sandbox',
      sandboxed.length ? `${sandboxed.join(', ')} (stand-ins on this machine)` : 'nothing',
    ],
    ['Live', live.length ? live.join(', ') : 'nothing; keys go into .env.local'],
    ...notes,
    ['Database', database],
    ['Stop', 'Ctrl-C'],
  ]
  const lines = rows.map(([name, value]) => `    ${name.padEnd(9)} ${value}`)
  return ['', `  ● Vis-à-Vis is ready at ${url}`, '', ...lines, ''].join('\n')
}
