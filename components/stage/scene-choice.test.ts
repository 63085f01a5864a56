import { describe, expect, test } from 'vitest'
import { contexts } from '@/lib/contexts/contexts'
import { contextOf, invitedTo, justTalk, readChoice } from './scene-choice'

describe('what a talk is about', () => {
  test('is nothing in particular at first, and nothing is sent of that', () => {
    expect(contexts[0]?.id).toBe(justTalk.context)
    expect(invitedTo(justTalk)).toEqual({})
    expect(readChoice(contextOf('default'), {})).toEqual({ scene: justTalk })
  })

  test('is read with what was answered; what was left out is left out', () => {
    const answers = { product: ' Desk lamp ', orderNumber: '  ' }
    const read = readChoice(contextOf('customer-support'), answers)
    expect(read).toEqual({
      scene: {
        context: 'customer-support',
        name: 'Customer support',
        metadata: { product: 'Desk lamp' },
      },
    })
    if ('scene' in read) {
      expect(invitedTo(read.scene)).toEqual({
        context: 'customer-support',
        metadata: { product: 'Desk lamp' },
      })
    }
  })

  test('names the field that is wrong', () => {
    const read = readChoice(contextOf('customer-support'), { orderNumber: 'A;B' })
    expect(read).toEqual({ errors: { orderNumber: 'Letters, digits and # . / - only.' } })
  })

  test.each(contexts.map((context) => [context.id, context] as const))(
    '%s can be chosen without answering anything',
    (id, context) => {
      expect(readChoice(context, {})).toMatchObject({ scene: { context: id } })
    },
  )

  test.each(contexts.map((context) => [context.id, context] as const))(
    '%s takes every answer that it offers',
    (_, context) => {
      for (const { name, choices = [] } of context.fields) {
        for (const { value } of choices) {
          expect(readChoice(context, { [name]: value })).toHaveProperty('scene')
        }
      }
    },
  )
})
