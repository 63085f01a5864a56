'use client'

import { type ReactElement, useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { useConversation } from './conversation-context'
import { contextOf, readChoice, type SceneChoice } from './scene-choice'
import { SceneFields } from './scene-fields'
import { SceneList } from './scene-list'
import { Sheet } from './sheet'

type Answers = Readonly<Record<string, string>>

/** Where one says what the talk is about. `children` is the button that opens it. */
export function SceneChooser({ children }: { children: ReactElement }) {
  const { scene, setScene } = useConversation()
  return (
    <SceneSheet scene={scene} onChoose={setScene}>
      {children}
    </SceneSheet>
  )
}

interface SceneSheetProps {
  scene: SceneChoice
  onChoose: (scene: SceneChoice) => void
  children: ReactElement
}

export function SceneSheet({ scene, onChoose, children }: SceneSheetProps) {
  const formId = useId()
  const [isOpen, setIsOpen] = useState(false)
  const [chosen, setChosen] = useState(scene.context)
  // By context: what was typed for one is there again when it is chosen again.
  const [answers, setAnswers] = useState<Readonly<Record<string, Answers>>>({
    [scene.context]: scene.metadata,
  })
  const [errors, setErrors] = useState<Answers>({})
  const context = contextOf(chosen)

  function change(opens: boolean) {
    if (opens) choose(scene.context)
    setIsOpen(opens)
  }

  function choose(id: string) {
    setChosen(id)
    setErrors({})
  }

  function answer(name: string, value: string) {
    setAnswers({ ...answers, [chosen]: { ...answers[chosen], [name]: value } })
    const { [name]: _, ...others } = errors
    setErrors(others)
  }

  function use(form: HTMLFormElement) {
    const read = readChoice(context, answers[chosen] ?? {})
    if ('scene' in read) {
      onChoose(read.scene)
      setIsOpen(false)
      return
    }
    setErrors(read.errors)
    const wrong = context.fields.find(({ name }) => read.errors[name])
    const field = wrong && form.elements.namedItem(wrong.name)
    if (field instanceof HTMLElement) field.focus()
  }

  return (
    <Sheet
      title="What is it about?"
      isOpen={isOpen}
      onOpenChange={change}
      trigger={children}
      foot={
        <Button type="submit" form={formId} variant="primary" size="big" wide>
          Done
        </Button>
      }
    >
      <form
        id={formId}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          use(event.currentTarget)
        }}
      >
        <SceneList chosen={chosen} onChoose={choose} />
        <SceneFields
          context={context}
          answers={answers[chosen] ?? {}}
          errors={errors}
          onAnswer={answer}
        />
      </form>
    </Sheet>
  )
}
