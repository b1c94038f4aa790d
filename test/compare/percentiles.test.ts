import { percentilesOf } from '../../emulator/compare/percentiles.ts';

test('a percentile is the smallest value that so many of a hundred do not exceed', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(percentilesOf(hundred)).toEqual({ n: 100, p50: 50, p95: 95, p99: 99, max: 100, mean: 50.5 });
});

test('of few values the high percentiles are the highest one', () => {
  expect(percentilesOf([3, 1, 2])).toEqual({ n: 3, p50: 2, p95: 3, p99: 3, max: 3, mean: 2 });
  expect(percentilesOf([7])).toEqual({ n: 1, p50: 7, p95: 7, p99: 7, max: 7, mean: 7 });
});

test('nothing was measured is no zero', () => {
  expect(percentilesOf([])).toEqual({ n: 0, p50: null, p95: null, p99: null, max: null, mean: null });
});

test('the given values stay as they are', () => {
  const values = [2, 1];
  percentilesOf(values);
  expect(values).toEqual([2, 1]);
});
