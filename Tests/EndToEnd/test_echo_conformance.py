"""jupyter_kernel_test, the ecosystem's own conformance suite, against the kernel's core."""

import jupyter_kernel_test


class EchoConformance(jupyter_kernel_test.KernelTests):
    kernel_name = "echo"
    language_name = "echo"
    file_extension = ".txt"
    code_hello_world = "print hello, world"
    code_stderr = "complain a warning"
    completion_samples = [{"text": "p", "matches": ["print", "page", "progress"]}]
    complete_code_samples = ["print a"]
    incomplete_code_samples = ["print a\\"]
    invalid_code_samples = ["!x"]
    code_page_something = "page hello"
    code_generate_error = "fail no"
    code_execute_result = [{"code": "value 12", "result": "12"}, {"code": "value 30", "result": "30"}]
    code_display_data = [{"code": "show x", "mime": "text/html"}]
    supported_history_operations = ("tail", "range", "search")
    code_history_pattern = "value 1?"
    code_inspect_sample = "print"
    code_clear_output = "clear"


class EchoWelcome(jupyter_kernel_test.IopubWelcomeTests):
    kernel_name = "echo"
    support_iopub_welcome = True
