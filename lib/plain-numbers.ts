const words = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** Whole numbers up to twelve as words, larger ones as digits. */
export function plainNumber(value: number): string {
  return words[value] ?? String(value)
}

/** Seconds as a person says them: `two minutes`, `one minute`, `90 seconds`, `one hour`. */
export function plainDuration(seconds: number): string {
  const [size, unit] =
    seconds % 3600 === 0 ? [3600, 'hour'] : seconds % 60 === 0 ? [60, 'minute'] : [1, 'second']
  const count = seconds / Number(size)
  return `${plainNumber(count)} ${unit}${count === 1 ? '' : 's'}`
}

/** How often: `once`, `twice`, `three times`. */
export function plainTimes(count: number): string {
  if (count === 1) return 'once'
  return count === 2 ? 'twice' : `${plainNumber(count)} times`
}

/** Seconds as on a clock: `10:00`, `0:45`, `1:30:00`. */
export function clock(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const shown = parts[0] === 0 ? parts.slice(1) : parts
  return shown.map((part, index) => (index === 0 ? part : String(part).padStart(2, '0'))).join(':')
}
