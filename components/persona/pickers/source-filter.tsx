import styles from './picker.module.css'

const sources = [
  { value: '', label: 'All' },
  { value: 'stock', label: 'Stock' },
  { value: 'one-shot', label: 'One-shot' },
]

/** Narrows avatars by where they come from. */
export function SourceFilter({
  value,
  onChange,
}: {
  value: string
  onChange: (value: string) => void
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend to be seen.
    <div className={styles.segments} role="group" aria-label="Show">
      {sources.map((source) => (
        <button
          key={source.value}
          type="button"
          className={styles.segment}
          aria-pressed={source.value === value}
          onClick={() => onChange(source.value)}
        >
          <span>{source.label}</span>
        </button>
      ))}
    </div>
  )
}
