import { Scene } from '@/components/ui/scene'
import styles from './loading.module.css'

/** The room before anybody is in it: the stage keeps the place and size it will have. */
export default function TalkLoading() {
  return (
    <main id="main" className={styles.room} aria-busy="true">
      <h1 className="sr-only">Talk</h1>
      <div className={styles.stage} data-surface="stage">
        <Scene room="moss" waiting />
        <p className={styles.words} role="status">
          Opening the room
        </p>
      </div>
      <div className={styles.side} aria-hidden />
    </main>
  )
}
