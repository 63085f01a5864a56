/** Every tool that a persona can be given. Each is a file of its own in this folder. */
export const toolNames = [
  'show_card',
  'offer_choices',
  'set_timer',
  'look_up_help',
  'change_language',
  'end_conversation',
] as const

export type ToolName = (typeof toolNames)[number]
