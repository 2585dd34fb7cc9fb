import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Runs test files by name: what is at rest is looked at when everything else has happened. */
export class InOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((left, right) => left.moduleId.localeCompare(right.moduleId));
  }
}
