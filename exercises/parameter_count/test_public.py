"""The public tests: run them with `pytest` or `gradekit check`. 공개 테스트: `pytest` 또는 `gradekit check`로 실행합니다."""

from parameter_count import count_parameters, layer_parameters

from gradekit.testing import assert_same, hint, raises


@hint(
    en="One weight for each input of a neuron, and one bias for each neuron.",
    ko="뉴런의 입력마다 가중치가 하나, 뉴런마다 편향이 하나 있습니다.",
)
def test_one_neuron():
    assert_same(count_parameters([12288, 1]), 12289, what="count_parameters([12288, 1])")


@hint(en="Add up all layers.", ko="모든 층을 더합니다.")
def test_a_network_that_reads_digits():
    assert_same(count_parameters([784, 512, 10]), 407050, what="count_parameters([784, 512, 10])")


@hint(en="Layers in order; the input is no layer.", ko="층의 순서대로 적습니다. 입력은 층이 아닙니다.")
def test_the_layers_of_a_small_network():
    assert_same(layer_parameters([4, 3, 2, 1]), [15, 8, 3], what="layer_parameters([4, 3, 2, 1])")


@hint(en="An input alone is no network.", ko="입력만으로는 신경망이 되지 않습니다.")
def test_an_input_alone_is_refused():
    with raises(ValueError):
        count_parameters([784])
