import styles from './picker.module.css'

const sources = [
  { value: '', label: 'All' },
  { value: 'stock', label: 'Stock' },
  { value: 'one-shot', label: 'One-shot' },
]

/** What the words mean. */
export const sourcesHint = 'Stock: ready-made by the vendor. One-shot: made from a single picture.'

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
