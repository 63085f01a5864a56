/** JSON to keep as a file of this name (ASCII without quotes), indented for people. */
export const fileResponse = (name: string, content: unknown): Response =>
  new Response(`${JSON.stringify(content, null, 2)}\n`, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
    },
  })
