"""jupyter_kernel_test, the ecosystem's own conformance suite, against the installed kernel."""

import jupyter_kernel_test


class KernelConformance(jupyter_kernel_test.KernelTests):
    kernel_name = "swiftlens"
    language_name = "swift"
    file_extension = ".swift"
    code_hello_world = 'print("hello, world")'
    code_stderr = 'fputs("a warning\\n", stderr)'
    completion_samples = [
        {"text": "averageLogitD", "matches": set()},
        {"text": "manualSee", "matches": {"manualSeed"}},
    ]
    complete_code_samples = ["1 + 1", 'print("a")', "func f() -> Int {\n    1\n}"]
    incomplete_code_samples = ["func f() {", 'print("a"', "let x ="]
    invalid_code_samples = ["let 1 = 2", "}", '"abc']
    code_page_something = "%help manualSeed"
    code_generate_error = "[1, 2, 3][7]"
    code_execute_result = [
        {"code": "1 + 2 * 3", "result": "7"},
        {"code": '["a", "b"]', "result": '["a", "b"]'},
    ]
    code_display_data = [
        {"code": 'display(heatMap(Tensor([[1.0, -1.0], [0.5, 0.0]]), title: "t"))', "mime": "text/html"},
        {"code": 'display(heatMap(Tensor([[1.0, -1.0], [0.5, 0.0]]), title: "t"))', "mime": "image/png"},
    ]
    supported_history_operations = ("tail", "range", "search")
    code_history_pattern = "1 ? 2*"
    code_inspect_sample = "manualSeed"
    code_clear_output = "clearOutput()"


class WelcomeConformance(jupyter_kernel_test.IopubWelcomeTests):
    kernel_name = "swiftlens"
    support_iopub_welcome = True


