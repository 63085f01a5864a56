import { Search } from 'lucide-react'
import styles from './picker.module.css'

interface SearchBoxProps {
  label: string
  value: string
  onChange: (value: string) => void
}

/** A field to search in a list with; the list answers while one types. */
export function SearchBox({ label, value, onChange }: SearchBoxProps) {
  return (
    <div className={styles.search}>
      <Search size={16} strokeWidth={1.75} aria-hidden />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        maxLength={100}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          // The form around it is not to be sent by a search.
          if (event.key === 'Enter') event.preventDefault()
        }}
      />
    </div>
  )
}
