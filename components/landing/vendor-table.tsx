import { Badge } from '@/components/ui/badge'
import { Band } from './band'
import styles from './vendor-table.module.css'

const media = {
  face: 'Face: live video and voice',
  voice: 'Voice: live speech',
  text: 'Chat: streamed text',
}

export interface VendorRow {
  id: string
  name: string
  medium: keyof typeof media
  /** `live`, `off`, or the word for what stands in for it. */
  status: string
}

/** What this server runs on, as it is configured now. */
export function VendorTable({ vendors }: { vendors: VendorRow[] }) {
  return (
    <Band
      title="Live by its key alone"
      lead="A vendor goes from stand-in to live when its key is set; no code changes. This is what the server behind this page runs on."
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Vendor</th>
            <th scope="col">Medium</th>
            <th scope="col">Here, now</th>
          </tr>
        </thead>
        <tbody>
          {vendors.map(({ id, name, medium, status }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>{media[medium]}</td>
              <td>
                <Status status={status} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Band>
  )
}

function Status({ status }: { status: string }) {
  if (status === 'live') return <Badge kind="ok">Live</Badge>
  if (status === 'off') return <Badge>Off</Badge>
  return <Badge kind="label">{status}</Badge>
}
