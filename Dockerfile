# 小镜像：只有 Python、gongwen 和它用的几个包。
#   docker build -t gongwen .
#   docker run --rm -v "$PWD:/work" gongwen lint 稿件/
FROM python:3.13-alpine AS build
COPY . /src
RUN python -m venv --without-pip /opt/gongwen \
 && python -m pip --python /opt/gongwen/bin/python install --no-cache-dir --no-compile /src \
 && /opt/gongwen/bin/python -m compileall -q /opt/gongwen/lib

FROM python:3.13-alpine
COPY --from=build /opt/gongwen /opt/gongwen
ENV PATH=/opt/gongwen/bin:$PATH LANG=C.UTF-8
WORKDIR /work
USER nobody
ENTRYPOINT ["gongwen"]
CMD ["--help"]
