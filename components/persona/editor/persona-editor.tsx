'use client'

import { ChevronLeft } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useRef } from 'react'
import { useIsHydrated } from '@/components/ui/use-is-hydrated'
import { avatarList, voiceList } from '@/lib/catalogue/client'
import type { FirstPages } from '@/lib/catalogue/first-pages'
import type { PersonaContent } from '@/lib/personas/persona'
import { Conflict } from './conflict'
import { EditorContext } from './editor-context'
import { ErrorSummary } from './error-summary'
import { fieldId } from './field-names'
import { firstToMend, focusField } from './focus-field'
import { Gone } from './gone'
import { type Automatic, LooksSection } from './looks-section'
import { MannerSection } from './manner-section'
import styles from './persona-editor.module.css'
import { Preview } from './preview'
import { SaveBar } from './save-bar'
import { SaysSection } from './says-section'
import { ToolsSection } from './tools-section'
import { useChosenItem } from './use-chosen-item'
import { type EditedPersona, usePersonaDesk } from './use-persona-desk'
import { WhoSection } from './who-section'

export interface PersonaEditorProps {
  /** Undefined for a new one: nothing is kept before something is typed. */
  initial: EditedPersona | undefined
  /** What stands in the form at first: the draft, or what is saved. */
  begin: PersonaContent
  pages: FirstPages
  automatic: Automatic
  /** What is chosen, as the catalogue describes it; null where nothing is, or it cannot be read. */
  chosen: Automatic
  /** How long the server lets anybody talk. */
  mostSeconds: number
}

/** A persona to write on. What is typed is kept as a draft; `Save` makes it who one talks to. */
export function PersonaEditor({
  initial,
  begin,
  pages,
  automatic,
  chosen,
  mostSeconds,
}: PersonaEditorProps) {
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const isHydrated = useIsHydrated()
  const desk = usePersonaDesk(initial, begin)
  const { persona, errors, keeping } = desk
  const { avatarId, voiceId } = persona
  const [avatarChosen, setAvatar] = useChosenItem(avatarList, avatarId, [chosen.avatar])
  const [voiceChosen, setVoice] = useChosenItem(voiceList, voiceId, [chosen.voice])
  const avatar = avatarId ? avatarChosen : automatic.avatar
  const voice = voiceId ? voiceChosen : automatic.voice
  const errorOf = (path: string) => errors.find((error) => error.path === path)?.message

  async function ready(work: () => Promise<boolean>) {
    const isDone = await work()
    // Once React has marked the fields and opened what is folded.
    if (!isDone) requestAnimationFrame(() => focusField(firstToMend(form.current)))
    return isDone
  }

  async function preview() {
    if ((await ready(desk.prepare)) && desk.idNow()) {
      router.push(`/talk?persona=${desk.idNow()}&draft=1`)
    }
  }

  return (
    <EditorContext
      value={{
        persona,
        change: desk.change,
        errorOf,
        field: (path) => ({ id: fieldId(path), error: errorOf(path) }),
      }}
    >
      <Link className={styles.crumb} href="/personas">
        <ChevronLeft size={16} strokeWidth={1.75} aria-hidden />
        Personas
      </Link>
      <div className={styles.head}>
        <h1>{persona.name.trim() || desk.savedName || 'New persona'}</h1>
        <p>Only you can see and use this persona.</p>
      </div>
      <form
        ref={form}
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void ready(desk.save)
        }}
      >
        <div className={styles.fields}>
          {keeping.kind === 'conflict' ? (
            <Conflict onKeepMine={desk.keepMine} onTakeTheirs={desk.takeTheirs} />
          ) : null}
          {keeping.kind === 'gone' ? <Gone onBeginAnew={desk.beginAnew} /> : null}
          <ErrorSummary errors={errors} />
          <WhoSection />
          <LooksSection
            pages={pages}
            automatic={automatic}
            avatar={avatar}
            onAvatar={setAvatar}
            onVoice={setVoice}
          />
          <SaysSection llms={pages.llms} brains={pages.brains} />
          <MannerSection avatar={avatar} voice={voice} mostSeconds={mostSeconds} />
          <ToolsSection />
          <SaveBar
            keeping={keeping}
            isChanged={desk.isChanged}
            isSaving={desk.isSaving}
            isReady={isHydrated}
            onDiscard={() => void desk.discard()}
            onUndo={desk.hasAside ? desk.bringBack : undefined}
            onDecide={() => focusField(firstToMend(form.current))}
          />
        </div>
        <Preview
          persona={persona}
          pictureUrl={avatar ? avatar.pictureUrl : pictureOf(avatarId)}
          isReady={isHydrated}
          onPreview={() => void preview()}
        />
      </form>
    </EditorContext>
  )
}

/** Where the picture of an avatar is that the catalogue was not read for. */
const pictureOf = (avatarId: string | null) =>
  avatarId && `/avatars/${encodeURIComponent(avatarId)}/picture`
