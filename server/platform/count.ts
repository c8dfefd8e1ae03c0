type Counts<Filter> = {
  readonly countDocuments: (filter: Filter) => PromiseLike<number>;
  readonly estimatedDocumentCount: () => PromiseLike<number>;
};

/** How many documents a filter finds; without a condition, what the collection knows of itself, so nothing is walked. */
export const countFound = <Filter extends object>(model: Counts<Filter>, filter: Filter): PromiseLike<number> =>
  Object.keys(filter).length === 0 ? model.estimatedDocumentCount() : model.countDocuments(filter);
