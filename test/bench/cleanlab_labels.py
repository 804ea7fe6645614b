"""cleanlab on given folds: which labels it flags, and how it ranks them.

Reads a folder with labels.i32, folds.i32 (-1: judged by all), pixels.u8 and probabilities.f64 (out-of-fold, images x
classes), and prints JSON: for each source of probabilities the flagged positions, and a quality for each image (lower is
worse); and the quality of each image as one of the set at all, by cleanlab's nearest neighbours on the pixels.
"""

import json
import sys
import warnings
from pathlib import Path

import numpy as np
from cleanlab.filter import find_label_issues
from cleanlab.outlier import OutOfDistribution
from cleanlab.rank import get_label_quality_scores
from sklearn.linear_model import LogisticRegression


def out_of_fold(pixels, labels, folds):
    """Class probabilities of a logistic regression that never saw the image."""
    probabilities = np.zeros((len(labels), labels.max() + 1))
    trained = folds >= 0
    for fold in np.unique(folds):
        rows = folds == fold
        model = LogisticRegression(C=0.1, max_iter=60).fit(pixels[trained & ~rows], labels[trained & ~rows])
        probabilities[rows] = model.predict_proba(pixels[rows])
    return probabilities


def judged(labels, probabilities):
    flagged = find_label_issues(labels, probabilities, n_jobs=1)
    return {
        "flagged": np.flatnonzero(flagged).tolist(),
        "quality": get_label_quality_scores(labels, probabilities, method="normalized_margin").tolist(),
        "accuracy": float(np.mean(probabilities.argmax(1) == labels)),
    }


def main(folder):
    warnings.simplefilter("ignore")
    labels = np.fromfile(folder / "labels.i32", np.int32).astype(int)
    folds = np.fromfile(folder / "folds.i32", np.int32)
    pixels = np.fromfile(folder / "pixels.u8", np.uint8).reshape(len(labels), -1) / 255
    ours = np.fromfile(folder / "probabilities.f64").reshape(len(labels), -1)
    print(json.dumps({
        "members": judged(labels, ours),
        "regression": judged(labels, out_of_fold(pixels, labels, folds)),
        "outliers": OutOfDistribution().fit_score(features=pixels, verbose=False).tolist(),
    }))


main(Path(sys.argv[1]))
