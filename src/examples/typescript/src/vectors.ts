/** Test vectors of any machine, in the form of vectors.schema.json. */
export interface Vectors {
  readonly fingerprint: string;
  readonly initial: string;
  readonly rows: ReadonlyArray<Readonly<Record<string, unknown>>>;
  readonly suites: ReadonlyArray<{
    readonly name: string;
    readonly walks: ReadonlyArray<{
      readonly events: readonly string[];
      readonly rows: readonly number[];
    }>;
  }>;
}

/** What is tested: a generated module, or anything else that answers in its words. */
export interface Machine {
  readonly FINGERPRINT: string;
  readonly initial: { readonly to: string };
  step(from: string, event: string): object;
}

/** What a machine does otherwise than its vectors say; empty if it does what they say. */
export function differences(machine: Machine, vectors: Vectors): readonly string[] {
  const found: string[] = [];
  compare(found, "the fingerprint", machine.FINGERPRINT, vectors.fingerprint);
  compare(found, "the initial location", machine.initial.to, vectors.initial);
  vectors.rows.forEach((row, number) => {
    const answer = machine.step(String(row["from"]), String(row["event"]));
    compareRow(found, `row ${number}`, answer, row);
  });
  for (const { name, walks } of vectors.suites) {
    walks.forEach(({ events, rows }, number) => {
      let location = machine.initial.to;
      events.forEach((event, place) => {
        const answer = machine.step(location, event);
        const where = `walk ${number} of ${name}, event ${place}`;
        compareRow(found, where, answer, vectors.rows[rows[place] ?? -1] ?? {});
        location = String(Reflect.get(answer, "to"));
      });
    });
  }
  return found;
}

function compareRow(
  found: string[],
  where: string,
  answer: object,
  row: Readonly<Record<string, unknown>>,
): void {
  if (row["to"] === undefined) {
    found.push(`${where}: the vectors have no such row`);
  }
  for (const [field, expected] of Object.entries(row)) {
    compare(found, `${where}, ${field}`, Reflect.get(answer, field), expected);
  }
}

function compare(found: string[], where: string, is: unknown, expected: unknown): void {
  if (JSON.stringify(is) !== JSON.stringify(expected)) {
    found.push(`${where}: ${JSON.stringify(is)} instead of ${JSON.stringify(expected)}`);
  }
}
