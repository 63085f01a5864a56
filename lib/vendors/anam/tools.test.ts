import { expect, it } from 'vitest'
import { toolNames } from '@/lib/tools/names'
import { toolDefinition } from '@/sandbox/anam/token/tool-definition'
import { anamTools } from './tools'

it.each(anamTools(toolNames))('Anam takes the tool $name', (tool) => {
  expect(toolDefinition.safeParse(tool).error).toBeUndefined()
  expect(Buffer.byteLength(JSON.stringify(tool.parameters))).toBeLessThan(10_000)
  expect(tool.description.length).toBeLessThanOrEqual(1_024)
})

it('waits a little longer than the page itself, which then says why', () => {
  const [tool] = anamTools(['offer_choices'])
  expect(tool).toMatchObject({ awaitResult: true, toolTimeoutSeconds: 125 })
})
