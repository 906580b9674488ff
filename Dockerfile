# JupyterLab with the SwiftLens kernel, from the wheel alone:
#
#   make wheel
#   docker build -t swiftlens .
#   docker run -p 8888:8888 swiftlens
#
# The wheel is for the kind of processor that it was made on; elsewhere, docker build --platform linux/amd64.
FROM python:3.12-slim
RUN useradd --create-home reader
COPY dist/swiftlens-*.whl /tmp/
RUN pip install --no-cache-dir /tmp/swiftlens-*.whl jupyterlab && rm /tmp/swiftlens-*.whl
USER reader
WORKDIR /home/reader
COPY --chown=reader notebooks/ notebooks/
EXPOSE 8888
CMD ["jupyter", "lab", "--ip=0.0.0.0", "--no-browser", "notebooks"]
