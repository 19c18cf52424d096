interface Waiting {
  isUrgent: boolean;
  begin: () => Promise<void>;
}

/** Does one thing at a time: what is urgent first, else in the order asked. */
export class Turns {
  readonly #waiting: Waiting[] = [];
  #isBusy = false;

  take<T>(work: () => Promise<T>, isUrgent: boolean): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const begin = () => work().then(resolve, reject);
    const place = isUrgent ? this.#waiting.findIndex((other) => !other.isUrgent) : -1;
    this.#waiting.splice(place < 0 ? this.#waiting.length : place, 0, { isUrgent, begin });
    void this.#go();
    return promise;
  }

  async #go(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) await next.begin();
    this.#isBusy = false;
  }
}
