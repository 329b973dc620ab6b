/** An import cannot be done as it was asked for; the message is for whoever asked. */
export class ImportRefusal extends Error {}
