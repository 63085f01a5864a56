import type { ReactNode } from 'react'
import { Panel } from '@/components/ui/panel'
import { Scene } from '@/components/ui/scene'
import styles from './notice-page.module.css'
import { TopBar } from './top-bar'

export interface NoticePageProps {
  title: string
  children: ReactNode
  actions: ReactNode
  reference?: ReactNode
  badge?: string | undefined
}

/** A whole page that has one thing to say: the empty room, and the notice where controls would be. */
export function NoticePage({ title, children, actions, reference, badge }: NoticePageProps) {
  return (
    <div className={styles.page}>
      <TopBar badge={badge} />
      <main id="main" className={styles.stage} data-surface="stage">
        <Scene room="ink" />
        <Panel as="h1" title={title} actions={actions} reference={reference}>
          {children}
        </Panel>
      </main>
    </div>
  )
}
