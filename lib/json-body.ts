/** @returns what a request carries as JSON; null for anything else, which a schema then refuses in its own words */
export async function jsonBody(request: Request): Promise<unknown> {
  try {
    return await request.json()
  } catch {
    // The body comes from outside: that it cannot be read is an answer, not a fault.
    return null
  }
}
