/** Somebody else saved the same thing since the form was opened. */
export class EditedMeanwhile extends Error {
  /** When: a form that names this moment means to put its own version in the place of that one. */
  readonly at: Date
  constructor(at: Date) {
    super('Somebody else saved this while you were writing.')
    this.at = at
  }
}
