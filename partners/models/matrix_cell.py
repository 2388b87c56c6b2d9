"""The role matrix as the database reads it: the second wall asks these rows."""

from django.db import models, transaction

from partners import matrix


class MatrixCell(models.Model):
    """Filled from `rolmatrix.csv` by the owner after each migrate; nobody else writes it."""

    line = models.SlugField()
    theme = models.SlugField(blank=True)
    information_class = models.CharField(max_length=1)
    access = models.CharField(max_length=10)

    class Meta:
        ordering = ["line", "theme", "information_class"]
        constraints = [
            models.UniqueConstraint(
                fields=["line", "information_class", "theme"], name="one_cell_of_the_matrix"
            )
        ]

    def __str__(self) -> str:
        return f"{self.line} {self.theme} {self.information_class}: {self.access}"


def is_as_the_file_says() -> bool:
    kept = MatrixCell.objects.values_list("line", "theme", "information_class", "access")
    return set(kept) == set(matrix.all_cells())


@transaction.atomic
def fill(using: str) -> None:
    """Make the rows equal to the file; both walls obey it from the same commit on."""
    cells = MatrixCell.objects.using(using)
    cells.all().delete()
    cells.bulk_create(
        MatrixCell(line=line, theme=theme, information_class=one, access=access)
        for line, theme, one, access in matrix.all_cells()
    )
